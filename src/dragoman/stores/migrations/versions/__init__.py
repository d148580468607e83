"""One script for each revision, oldest first by their `down_revision`."""
