"""Facts that reports are read with; README.md beside this file names their source."""
