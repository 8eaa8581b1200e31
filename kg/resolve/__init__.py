"""Names to entities: one node for each thing across all speeches."""
