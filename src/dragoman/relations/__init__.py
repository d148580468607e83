"""Stories counted into dyads over time, with their statistics: cells of the roll-up in, series and summaries out."""
