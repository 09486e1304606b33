"""The steps from one form of a desk's database to the next, and back."""
