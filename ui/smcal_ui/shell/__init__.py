"""The window around the views: head bar, findings, side panel, menus."""
