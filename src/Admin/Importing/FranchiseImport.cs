using LoApi.Franchises;
using LoApi.Storage.Importing;

namespace LoApi.Admin.Importing;

/// <summary>Franchises, one row each, in the columns of the model.</summary>
internal sealed class FranchiseImport : ReferenceImport<Franchise>
{
    public override IReadOnlyList<string> Columns { get; } =
    [
        "code", "brand", "code_start_date", "certification_received", "addendum_needed", "form_2462", "negotiated_addendum", "notes",
    ];

    public override (string Column, string Value) Key(Franchise model) => ("code", model.Code);

    public override Task<IReadOnlySet<string>> ExistingKeysAsync(ExistingRows rows, CancellationToken cancellation) =>
        rows.FranchiseCodesAsync(cancellation);

    public override ImportSet ToSet(IReadOnlyList<Franchise> models) => new() { Franchises = models };

    public override Franchise Read(RowReader row)
    {
        // What is missing is found by the model's own rules, so a null may stand here for as long as that takes.
        var franchise = new Franchise
        {
            Code = row.Text("code")!,
            Brand = row.Text("brand")!,
            CodeStartDate = row.Date("code_start_date"),
            CertificationReceived = row.Flag("certification_received"),
            AddendumNeeded = row.Flag("addendum_needed"),
            Form2462 = row.Flag("form_2462"),
            NegotiatedAddendum = row.Flag("negotiated_addendum"),
            Notes = row.Text("notes"),
        };
        ModelRules.Check(franchise, row);
        return franchise;
    }
}
