# The pipeline with Dagster's UI and daemon.  How to build and run it: docs/operating.md.
FROM python:3.12-slim-bookworm

# LibreOffice reads old Word files (.doc); with --build-arg OLD_WORD= it is left out, and they become failed rows.
ARG OLD_WORD=libreoffice-writer-nogui
RUN if [ -n "$OLD_WORD" ]; then \
        apt-get update && apt-get install --yes --no-install-recommends $OLD_WORD && rm -rf /var/lib/apt/lists/*; \
    fi

# only this user's own folder, /data, can be written
RUN useradd --uid 10001 --create-home pipeline && install --directory --owner pipeline /data /data/inbox

WORKDIR /opt/edu-pipeline
COPY requirements-image.lock ./
RUN pip install --no-cache-dir --no-deps --require-hashes --requirement requirements-image.lock
COPY pyproject.toml README.md LICENSE dagster.yaml workspace.yaml ./
COPY edu_pipeline edu_pipeline
COPY assets assets
COPY checks checks
COPY docs/tables.md docs/tables.md
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable .

ENV EDU_PIPELINE_SOURCES=/data/inbox \
    EDU_PIPELINE_WAREHOUSE=/data/warehouse \
    EDU_PIPELINE_CORRECTIONS=/data/corrections.yaml \
    EDU_PIPELINE_DAGSTER_HOME=/data/dagster \
    EDU_PIPELINE_UI_HOST=0.0.0.0 \
    PYTHONDONTWRITEBYTECODE=1
USER pipeline
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=10s --start-period=120s \
    CMD python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:3000/server_info', timeout=8)"
ENTRYPOINT ["edu-pipeline"]
CMD ["ui"]
