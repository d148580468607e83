"""The same happening told by many reports: events with their reports in, stories out; nothing is kept here."""
