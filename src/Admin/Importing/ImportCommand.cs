using System.CommandLine;

namespace LoApi.Admin.Importing;

/// <summary><c>import</c>: one subcommand for each kind of file.</summary>
internal sealed class ImportCommand : Command
{
    public ImportCommand(AdminHost host, ConnectionOptions connection)
        : base("import", "Take rows over from a file: add what is new and change what is different.")
    {
        Add("naics", "The codes of NAICS 2022; codes that the file lacks are retired.", new NaicsImport());
        Add("countries", "Countries; those that the file lacks are retired.", new CountryImport());
        Add("franchises", "The SBA Franchise Directory; franchises that the file lacks are retired.", new FranchiseImport());
        Add("locations", "Offices of lending partners.", new LocationImport());
        Add("users", "People, and the locations they belong to.", new UserImport());
        Add("loans", "Loans that payoffs may be asked for.", new LoanImport());
        Add("subjects", "Which user a subject of an identity provider is, for Authentication:UserVerification=Oidc.", new SubjectImport());

        void Add<T>(string name, string description, TableImport<T> import)
            where T : class => Subcommands.Add(new ImportFileCommand<T>(name, description, import, host, connection));
    }
}
