using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LoApi.Silo;

/// <summary>Holds the connection string of the membership against the driver that has to read it.</summary>
internal sealed class MembershipDatabaseValidator(IConfiguration configuration) : IValidateOptions<ClusterSettings>
{
    public ValidateOptionsResult Validate(string? name, ClusterSettings options) =>
        MembershipDatabase.Exists(configuration) && MembershipDatabase.Fault(configuration) is { } fault
            ? ValidateOptionsResult.Fail(fault)
            : ValidateOptionsResult.Success;
}
