"""By keyboard: every act by its keys and its name, and the cursor where it is expected."""
