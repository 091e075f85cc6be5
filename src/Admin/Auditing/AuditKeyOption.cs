using System.CommandLine;
using LoApi.Storage;
using LoApi.Storage.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Admin.Auditing;

/// <summary>The key of the audit log: as the service is told, by <c>Audit__Key</c>, or in a file, which wins over that.</summary>
internal sealed class AuditKeyOption(IConfiguration settings, ConnectionOptions connection)
{
    private const string DevelopmentKey = "data/audit.key";
    private const string Key = $"{AuditOptions.Section}:{nameof(AuditOptions.Key)}";

    private readonly Option<FileInfo> _file = new Option<FileInfo>("--key-file")
    {
        Description = $"A file that holds the key of the audit log in base64. [default: Audit__Key, else {DevelopmentKey} where it is there]",
        Recursive = true,
    }.AcceptExistingOnly();

    public void AddTo(Command command) => command.Options.Add(_file);

    /// <summary>The storage with the audit log, whose settings come out as <see cref="Microsoft.Extensions.Options.OptionsValidationException"/> where they are wrong.</summary>
    public ServiceProvider OpenStorage(ParseResult parsed)
    {
        var file = parsed.GetValue(_file)?.FullName
            ?? (settings[Key] is null && File.Exists(DevelopmentKey) ? DevelopmentKey : null);
        return connection.OpenStorage(parsed, services =>
        {
            if (file is not null)
            {
                services.PostConfigure<AuditOptions>(audit => audit.Key = File.ReadAllText(file).Trim());
            }

            services.AddAuditChain();
        });
    }
}
