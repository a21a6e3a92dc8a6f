"""`python -m edu_pipeline` is `edu-pipeline`.  What belongs here: nothing but the call."""

from edu_pipeline.cli import main

if __name__ == "__main__":
    main()
