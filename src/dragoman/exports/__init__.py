"""Events as files in the field's formats, and other coders' files as events."""
