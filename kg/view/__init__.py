"""The network as one HTML page that needs nothing else."""
