"""The account's avatars, voices, languages and knowledge bases: looked through, and chosen from."""
