using LoApi.Callers;
using LoApi.Countries;
using LoApi.Franchises;
using LoApi.Locations;
using LoApi.NaicsCodes;
using LoApi.Storage.Loans;
using LoApi.Storage.Subjects;
using LoApi.Users;

namespace LoApi.Storage.Importing;

/// <summary>
/// Rows to import, in one transaction. A row whose key is there already is changed. A user's locations and roles become
/// those that are given.
/// </summary>
public sealed record ImportSet
{
    /// <summary>
    /// Whether countries, franchises and NAICS codes that are not given are retired: where there are any rows of such a
    /// table, they become all that it holds. Default false.
    /// </summary>
    public bool RetireOthers { get; init; }

    /// <summary>Who imports, for the audit log. Default: the service itself.</summary>
    public Caller Caller { get; init; } = Caller.System;

    /// <summary>Where the rows come from, such as a file's name, for the audit log.</summary>
    public string? Source { get; init; }

    /// <summary>SHA-256 of the file, 64 hexadecimal digits, for the audit log.</summary>
    public string? Digest { get; init; }

    /// <summary>Countries; any at all raise the version of their table by one.</summary>
    public IReadOnlyCollection<Country> Countries { get; init; } = [];

    /// <summary>Franchises; any at all raise the version of their table by one.</summary>
    public IReadOnlyCollection<Franchise> Franchises { get; init; } = [];

    /// <summary>NAICS codes; any at all raise the version of their table by one.</summary>
    public IReadOnlyCollection<NaicsCode> NaicsCodes { get; init; } = [];

    /// <summary>Locations.</summary>
    public IReadOnlyCollection<Location> Locations { get; init; } = [];

    /// <summary>Users; their locations must be there or be imported with them.</summary>
    public IReadOnlyCollection<User> Users { get; init; } = [];

    /// <summary>Loans; their locations must be there or be imported with them.</summary>
    public IReadOnlyCollection<Loan> Loans { get; init; } = [];

    /// <summary>Subjects of identity providers; their users must be there or be imported with them.</summary>
    public IReadOnlyCollection<Subject> Subjects { get; init; } = [];
}
