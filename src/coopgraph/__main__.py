"""`python -m coopgraph` is the command line."""

from coopgraph.cli import main

if __name__ == "__main__":
    main()
