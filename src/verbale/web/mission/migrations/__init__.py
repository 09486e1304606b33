"""How the tables of the mission's side came to be as they are."""
