"""The desk in the browser: an officer's work on a cycle, each page one view and each form one act of ``app``."""
