namespace LoApi.Comparison.Loads;

/// <summary>What is asked of the contenders.</summary>
internal sealed record Work(string Id, string Name, int WriteEvery)
{
    public static readonly Work Countries = new("countries", "list of 50 countries", WriteEvery: 0);

    public static readonly Work User = new("user", "user by id", WriteEvery: 0);

    public static readonly Work Users = new("users", "users of a location, filtered, two pages", WriteEvery: 0);

    public static readonly Work Payoff = new("payoff", "payoff by id", WriteEvery: 0);

    public static readonly Work Create = new("create", "create payoff, durable and audited", WriteEvery: 1);

    public static readonly Work Mix = new("mix", "90 % reads by id, 10 % creations", WriteEvery: 10);

    public static readonly IReadOnlyList<Work> All = [Countries, User, Users, Payoff, Create, Mix];

    public bool Writes => WriteEvery > 0;

    public override string ToString() => Name;
}
