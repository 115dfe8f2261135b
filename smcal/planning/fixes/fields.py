"""Fixes that fill in something about a post."""

from collections.abc import Callable, Iterator

from smcal.planning.fixes.offer import Ask, Offer, Wish
from smcal.regulation import Finding
from smcal.words import N_

Fix = Callable[[Ask, Finding, str], Iterator[Offer]]


def _line(fix: str, field: str, label: str, prompt: str, done: str, **also: object) -> Fix:
    """A fix that needs one line, which goes into a field."""

    def offer(ask: Ask, finding: Finding, _detail: str) -> Iterator[Offer]:
        gettext = ask.voice.gettext
        yield Offer(
            fix=fix,
            label=gettext(label),
            done=gettext(done),
            wish=Wish.LINE,
            prompt=gettext(prompt),
            target=field,
            edits={_post(finding): dict(also)},
            attachment=finding.args.get("attachment"),
        )

    return offer


def _credit(fix: str, field: str, label: str, prompt: str, done: str) -> Fix:
    """Names the author or the source; both at once where both are lacking: one of them alone would mend nothing."""
    alone = _line(fix, field, label, prompt, done)

    def offer(ask: Ask, finding: Finding, detail: str) -> Iterator[Offer]:
        if not {"add-author", "add-source"} <= set(finding.fixes):
            yield from alone(ask, finding, detail)
        elif fix == "add-author":
            gettext = ask.voice.gettext
            yield Offer(
                fix=fix,
                label=gettext("Add author and source…"),
                done=gettext("Author and source are named"),
                wish=Wish.LINE,
                prompt=gettext(prompt),
                target=field,
                more=(("source", gettext("Link to the source:")),),
                edits={_post(finding): {}},
                attachment=finding.args.get("attachment"),
            )

    return offer


def _click(fix: str, label: str, **fields: object) -> Fix:
    """A fix that one click does."""

    def offer(ask: Ask, finding: Finding, _detail: str) -> Iterator[Offer]:
        yield Offer(fix=fix, label=ask.voice.gettext(label), edits={_post(finding): dict(fields)})

    return offer


def _field(fix: str, field: str, label: str) -> Fix:
    """A fix for which somebody has to look at the post."""

    def offer(ask: Ask, finding: Finding, _detail: str) -> Iterator[Offer]:
        yield Offer(fix=fix, label=ask.voice.gettext(label), wish=Wish.FIELD, target=field, edits={_post(finding): {}})

    return offer


def _notice(ask: Ask, finding: Finding, _detail: str) -> Iterator[Offer]:
    """Adds the notice to the end of the text, in the language of the regulation."""
    post_id = _post(finding)
    row = ask.scope.plan.posts.get(finding.page_id, ())
    post = next((post for post in row if post.id == post_id), None)
    if post is not None:
        notice = finding.args["notice"].within(ask.scope.pack.language)
        text = f"{post.text.rstrip()}\n\n{notice}".lstrip()
        yield Offer(
            fix="add-privacy-notice",
            label=ask.voice.gettext("Add the notice to the text"),
            done=ask.voice.gettext("The notice is added to the text"),
            edits={post_id: {"text": text}},
        )


def _post(finding: Finding) -> str:
    if finding.post_id is None:
        raise ValueError(f"{finding.rule} offers a fix of a post but names none")
    return finding.post_id


FIXES: dict[str, Fix] = {
    "mark-urgent": _line(
        "mark-urgent",
        "urgent_reason",
        N_("Mark as urgent…"),
        N_("Why it cannot wait:"),
        N_("Marked as urgent"),
        urgent=True,
    ),
    "give-reason": _line(
        "give-reason", "urgent_reason", N_("Give the reason…"), N_("Why it cannot wait:"), N_("The reason is given")
    ),
    "mark-published": _field("mark-published", "published", N_("It was published…")),
    "choose-direction": _field("choose-direction", "direction", N_("Choose a direction…")),
    "record-consent": _line(
        "record-consent",
        "direction_consent",
        N_("The administration has agreed…"),
        N_("Who agreed, and when:"),
        N_("The agreement is recorded"),
    ),
    "record-pr-consent": _click("record-pr-consent", N_("The PR service has agreed"), pr_consent=True),
    "add-author": _credit("add-author", "author", N_("Add the author…"), N_("Author:"), N_("The author is named")),
    "add-source": _credit(
        "add-source", "source", N_("Add the source…"), N_("Link to the source:"), N_("The source is named")
    ),
    "mark-arrived": _field("mark-arrived", "artwork", N_("The pictures have arrived…")),
    "write-text": _field("write-text", "text", N_("Write the text…")),
    "record-data-consent": _line(
        "record-data-consent",
        "data_consent",
        N_("They have agreed…"),
        N_("Who agreed, and where that is kept:"),
        N_("The agreement is recorded"),
    ),
    "mark-corrected": _click("mark-corrected", N_("Corrected where readers see it"), corrected=True),
    "add-privacy-notice": _notice,
}
