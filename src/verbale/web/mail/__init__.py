"""Mail of the desk: notes and reminders go out once, what comes back is matched, a mailbox feeds the inbox."""
