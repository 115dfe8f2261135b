"""smcal regulation list, show and lint, for people and for programs."""

import pytest

from smcal.files import resources
from smcal.regulation import load_pack, pack_ids
from smcal.regulation.checks import all_checks

SHIPPED = resources() / "regulations"


def test_the_list_says_what_each_regulation_is(run):
    packs = {pack["id"]: pack for pack in run("regulation", "list", "--json").json["regulations"]}
    assert set(packs) == {"spb-cbs", "liepaja-lczb", "ogre-novads", "espelkamp", "generic"}
    assert (packs["espelkamp"]["subdivision"], packs["espelkamp"]["binding"]) == ("NW", "guidelines")
    assert all(packs[identifier]["description"]["lv"] for identifier in packs)
    assert len(run("regulation", "list").out.splitlines()) == len(packs)


@pytest.mark.parametrize("identifier", pack_ids())
def test_show_prints_a_regulation_whole(run, identifier):
    shipped = load_pack(identifier)
    answer = run("regulation", "show", identifier, "--json").json
    assert set(answer["rules"]) == set(shipped.rules)
    assert set(answer["rules"]) | set(answer["off"]) == set(all_checks())
    out = " ".join(run("regulation", "show", identifier).out.split())
    said = [x.title.en for x in (*shipped.topics, *shipped.directions, *shipped.checklist, *shipped.measures)]
    said += [ground.title.en for ground in shipped.removal_grounds] + [*shipped.rules, shipped.title.en]
    for text in said:
        assert " ".join(text.split()) in out
    assert out.count("*") == sum(rule.reading for rule in shipped.rules.values()) + bool(shipped.readings.en)


def test_lint_tells_every_fault_at_once(run, tmp_path):
    whole = (SHIPPED / "espelkamp.toml").read_text(encoding="utf-8")
    mine = tmp_path / "mine.toml"
    broken = whole.replace("version = 1", 'version = "one"').replace('kind = "measure"', 'kind = "reason"')
    mine.write_text(broken, encoding="utf-8")
    answer = run("regulation", "lint", mine)
    assert (answer.code, answer.out) == (2, "")
    first, second = answer.err.splitlines()
    assert first.startswith(f"{mine}:{whole.splitlines().index('version = 1') + 1}: regulation.version: expected")
    assert "measures[1].kind: “reason” is not one of the values allowed here: measure, ground" in second
    told = run("regulation", "lint", mine, "--json").json
    assert told["ok"] is False
    assert told["errors"] == [first, second]
    assert [fault["key"] for fault in told["faults"]] == ["regulation.version", "measures[1].kind"]


def test_lint_is_content_with_what_ships(run):
    answer = run("regulation", "lint", SHIPPED / "generic.toml", "--json")
    assert (answer.code, answer.json) == (0, {"ok": True, "errors": [], "faults": []})
