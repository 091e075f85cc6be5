using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LoApi.ApiFrontend.Hosting;
using LoApi.ApiFrontend.Requests;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.ApiFrontend.Tests.Service;
using LoApi.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Tests.Hosting;

public sealed class HttpsTests
{
    [Fact]
    public async Task Service_WithACertificateInItsConfiguration_AnswersOverHttps()
    {
        using var folder = new TemporaryFolder();
        using var port = LoopbackPort.Take();
        var thumbprint = WriteCertificate(folder);
        await using var service = ServiceProcess.Start(
            ("Kestrel__Endpoints__Https__Url", $"https://127.0.0.1:{port.Number}"),
            ("Kestrel__Endpoints__Https__Certificate__Path", folder.File("loapi.pem")),
            ("Kestrel__Endpoints__Https__Certificate__KeyPath", folder.File("loapi.key")));
        await service.GuidedAsync();
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == thumbprint,
            },
        });

        var answer = await client.GetAnswerAsync($"https://127.0.0.1:{port.Number}/version");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("Production", "https", "00:00:00", null)]
    [InlineData("Production", "https", "365.00:00:00", "max-age=31536000; includeSubDomains")]
    [InlineData("Production", "http", "365.00:00:00", null)]
    [InlineData("Development", "https", "365.00:00:00", null)]
    public async Task SecurityHeaders_OverHttps_TellBrowsersToStayThere(string environment, string scheme, string age, string? expected)
    {
        var http = new DefaultHttpContext { Request = { Scheme = scheme } };
        var options = Options.Create(new HttpServerOptions { HstsMaxAge = TimeSpan.Parse(age) });

        await new SecurityHeadersMiddleware(_ => Task.CompletedTask, options, new NamedEnvironment(environment)).InvokeAsync(http);

        Assert.Equal(expected, http.Response.Headers.StrictTransportSecurity.SingleOrDefault());
        Assert.Equal("nosniff", http.Response.Headers.XContentTypeOptions);
        Assert.Equal("DENY", http.Response.Headers.XFrameOptions);
        Assert.Equal("same-origin", http.Response.Headers["Cross-Origin-Resource-Policy"]);
    }

    [Fact]
    public async Task Redirect_WhereItIsSwitchedOn_GoesToThePublicUrlAndSparesProbes()
    {
        using var folder = new TemporaryFolder();
        await using var host = await ConfiguredApiHost.StartAsync(
            folder, ("Http:RedirectToHttps", "true"), ("Limits:AddressRate", "1"), ("Limits:AddressBurst", "1"));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

        var redirected = await client.GetAnswerAsync("/api/v1/countries?limit=1&name=a%20b", ("Host", "evil.example"));

        Assert.Equal(HttpStatusCode.PermanentRedirect, redirected.Status);
        Assert.Equal("https://loapi.example.gov/api/v1/countries?limit=1&name=a%20b", redirected.Header("Location"));
        Assert.Equal("\"default\";q=1;w=1", redirected.Header("RateLimit-Policy"));
        Assert.Equal("nosniff", redirected.Header("X-Content-Type-Options"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAnswerAsync("/version")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/health/live")).Status);
    }

    [Theory]
    [InlineData("https://loapi.example.gov", null, "https://loapi.example.gov")]
    [InlineData("https://loapi.example.gov:8443/lending", "https://127.0.0.1:9443", "https://loapi.example.gov:8443/lending")]
    [InlineData("http://loapi.example.gov", null, "https://loapi.example.gov")]
    [InlineData("http://loapi.example.gov:5000/lending", null, "https://loapi.example.gov/lending")]
    [InlineData("http://loapi.example.gov:5000", "https://*:8443", "https://loapi.example.gov:8443")]
    [InlineData("http://[::1]:5000", "https://[::]:443", "https://[::1]")]
    public void Redirect_PublicUrlOfAnyScheme_GoesToWhereTlsIsSpoken(string publicBaseUrl, string? listensOn, string expected) =>
        Assert.Equal(expected, HttpsRedirectMiddleware.SecureBaseUrl(publicBaseUrl, listensOn));

    [Fact]
    public async Task Redirect_WhereATrustedProxyEndsTls_IsNotAsked()
    {
        using var folder = new TemporaryFolder();
        await using var host = await ConfiguredApiHost.StartAsync(
            folder, ("Http:RedirectToHttps", "true"), ("Http:TrustedProxies:0", "127.0.0.1"));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

        var answer = await client.GetAnswerAsync("/version", ("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Proto", "https"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    private static string WriteCertificate(TemporaryFolder folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(folder.File("loapi.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(folder.File("loapi.key"), key.ExportPkcs8PrivateKeyPem());
        return certificate.GetCertHashString();
    }

    private sealed class NamedEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "LoApi";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
