"""The facts of the register; README.md beside this file names their source."""
