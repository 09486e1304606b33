"""What templates of the site may use."""
