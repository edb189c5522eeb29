# The bot in a container: one static binary, the certificates to reach Discord with, and nothing else.
# How to build and run it stands in docs/operating.md.

# The version is that of go.mod.
FROM golang:1.26.8 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY bot ./bot
COPY cmd ./cmd
COPY corpus ./corpus
COPY retrieval ./retrieval
# VERSION is what "pullquote version" and /about show.
ARG VERSION=
RUN CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags "-s -w -X main.release=$VERSION" -o /out/pullquote ./cmd/pullquote

RUN mkdir /data

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /out/pullquote /pullquote
# No such user is needed on the host: a corpus only has to be readable by everybody. The data folder is all that is written;
# a volume there outlives the container.
COPY --from=build --chown=65532:65532 /data /data
USER 65532:65532
ENV DATA_DIR=/data
VOLUME /data
# Health is served inside the container alone. To let Prometheus in, set METRICS_ADDR=:9090 on a network of its own.
ENV METRICS_ADDR=127.0.0.1:9090
# Reading a large corpus counts as well but not as ready; the check is for a bot that hears nothing from Discord.
HEALTHCHECK --interval=60s --timeout=5s --start-period=30s --retries=3 CMD ["/pullquote", "health"]
ENTRYPOINT ["/pullquote"]
