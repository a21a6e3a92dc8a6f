"""edu_pipeline turns the prose in which Chinese cities and counties report on their schools into checked tables."""
