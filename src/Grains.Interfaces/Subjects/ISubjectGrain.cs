namespace LoApi.Subjects;

/// <summary>Which user a subject of an identity provider is. A stateless worker: any activation answers.</summary>
[Alias("ISubjectGrain")]
public interface ISubjectGrain : IGrainWithIntegerKey
{
    /// <summary>The id of the user whom an issuer calls so, or null where that is not known.</summary>
    /// <param name="issuer"><c>iss</c> of the ID token.</param>
    /// <param name="subject"><c>sub</c> of the ID token.</param>
    [Alias("FindUser")]
    Task<string?> FindUserAsync(string issuer, string subject);
}
