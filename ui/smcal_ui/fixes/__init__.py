"""Fixes of findings, offered where a finding stands. Nothing here is loaded before somebody asks."""
