"""Keeps the regulation word for word with what is decided by it."""

from smcal.model import KeptPack
from smcal.regulation import checked_pack, pack_text
from smcal.store.changes import Area
from smcal.store.work import Work


def pack_in_force(work: Work) -> KeptPack:
    """The regulation that something is decided by now, kept with it."""
    settings = work.read.settings()
    there = None if settings.pack is None else work.get(Area.PACKS, settings.pack)
    return there if isinstance(there, KeptPack) else keep_pack(work, pack_text(settings.regulation))


def keep_pack(work: Work, text: str) -> KeptPack:
    """Keep a regulation as it is written, once; raises UnreadableFile for all that lint would tell of it."""
    from hashlib import sha256  # brings OpenSSL: not on the way to the first paint

    digest = sha256(text.encode()).hexdigest()
    there = work.get(Area.PACKS, digest)
    if isinstance(there, KeptPack):
        return there
    pack = checked_pack(text.encode(), "regulation.toml")
    return work.put(KeptPack(id=digest, regulation=pack.id, version=pack.version, toml=text, at=work.at))
