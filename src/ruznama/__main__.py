"""`python -m ruznama` is `ruznama`."""

from ruznama.cli import main

if __name__ == "__main__":
    main()
