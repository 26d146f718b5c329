"""What the user sees: real widgets over the rooms below. Sentences are rendered here and nowhere else."""
