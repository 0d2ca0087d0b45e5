"""Names that another recogniser proposes."""
