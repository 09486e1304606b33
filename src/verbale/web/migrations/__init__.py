"""The tables of the website itself: accounts and work, never facts of a desk."""
