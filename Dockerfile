# Builds and runs the service. The image listens on all addresses of its own network, and so refuses
# to start until an issuer of tokens is configured:
#
#   docker build -t qoffhir .
#   docker run -p 8080:8080 -v qoffhir-data:/data \
#     -e QofFhir__Jwt__Issuers__0__Issuer=https://issuer.example -e QofFhir__Jwt__Issuers__0__Audiences__0=qoffhir \
#     -e QofFhir__AllowedHosts__0=qof.example \
#     -e QofFhir__Practices__0__Ods=A81001 -e QofFhir__Practices__0__BaseUrl=https://gp.example/fhir qoffhir

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/QofFhir.Service -c Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown $APP_UID /data && chmod 700 /data
USER $APP_UID
VOLUME /data
ENV ASPNETCORE_URLS=http://+:8080 QofFhir__DataFolder=/data DOTNET_EnableDiagnostics=0
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=6s --start-period=20s \
  CMD ["dotnet", "QofFhir.Service.dll", "--health", "http://localhost:8080"]
ENTRYPOINT ["dotnet", "QofFhir.Service.dll"]
