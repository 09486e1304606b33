"""The mission's side: by an account or a link, what is asked, drafts, what was sent, clearance inside a ministry."""
