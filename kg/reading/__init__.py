"""Files to documents: decode, take the layout apart, find who speaks for whom."""
