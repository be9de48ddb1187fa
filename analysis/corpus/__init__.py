"""Articles in: reading files, taking out what is no part of the report, language, and what is known beside the text."""
