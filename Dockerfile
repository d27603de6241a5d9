# The site, for `docker compose up`. Two stages: wheels are built in the first, the second has no compiler and no source.
FROM python:3.12-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE CHANGELOG.md ./
COPY graph graph
COPY api api
COPY viz viz
COPY seeds seeds
RUN pip wheel --no-cache-dir --wheel-dir /wheels '.[neo4j,rdf,texts,reports]'

FROM python:3.12-slim
RUN apt-get update && apt-get install -y --no-install-recommends wdutch && rm -rf /var/lib/apt/lists/*
RUN useradd --create-home wijkweb
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir /wheels/*.whl && rm -r /wheels
USER wijkweb
WORKDIR /home/wijkweb
EXPOSE 8000
CMD ["wijkweb", "serve"]
