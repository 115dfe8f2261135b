"""The regulation's window. Where is what:

* `dialog` puts it together: `head` above, `contents` (a list of `chapters`), `impact_line` below.
* `draft` is what is being changed; `in_force` puts it in force, `taking` begins it anew (copy, version, file),
  `questions` asks before it is lost.
* A `chapter` shows the draft: `about`, `rule_table`, `figures` (a `group_box` for each of `groups`), `lists`
  (`listed` is their table, `kind` what its entries are, `entry` one
  of them in a form), `hours`, `past` (its `versions`, their `changes`).
* `wording` says parts of a regulation in words, `faults` what is wrong; `fault_lines` shows it beside its field.
* `impact_watch` counts findings that come and go, `impact_list` lists them; `files` and `name` are small dialogs;
  `fields` are editors, `locking` makes them read-only.
"""
