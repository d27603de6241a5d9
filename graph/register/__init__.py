"""The register of areas of the whole country, as Statistics Netherlands divides it: data that come with the program."""
