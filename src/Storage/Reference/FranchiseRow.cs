using LoApi.Franchises;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Reference;

/// <summary>A row of FRANCHISE with its table's version; without a franchise where the table is empty.</summary>
internal sealed class FranchiseRow
{
    public static RowShape Upsert { get; } = RowShape.Upsert(
        "FRANCHISE",
        [
            new("franchise_code", ColumnKind.Text, 10),
            new("brand", ColumnKind.Text, 200),
            new("code_start_date", ColumnKind.Date, Nullable: true),
            new("certification_received", ColumnKind.Bool),
            new("addendum_needed", ColumnKind.Bool),
            new("form_2462", ColumnKind.Bool),
            new("negotiated_addendum", ColumnKind.Bool),
            new("notes", ColumnKind.Text, 1000, Nullable: true),
        ],
        keyCount: 1);

    public required long TableVersion { get; init; }

    public string? FranchiseCode { get; init; }

    public string? Brand { get; init; }

    public DateOnly? CodeStartDate { get; init; }

    public bool? CertificationReceived { get; init; }

    public bool? AddendumNeeded { get; init; }

    public bool? Form2462 { get; init; }

    public bool? NegotiatedAddendum { get; init; }

    public string? Notes { get; init; }

    public static Row ToUpsert(Franchise franchise) => Upsert.Row(
        franchise.Code,
        franchise.Brand,
        franchise.CodeStartDate,
        franchise.CertificationReceived,
        franchise.AddendumNeeded,
        franchise.Form2462,
        franchise.NegotiatedAddendum,
        franchise.Notes);

    public Franchise ToFranchise() => new()
    {
        Code = FranchiseCode!,
        Brand = Brand!,
        CodeStartDate = CodeStartDate,
        CertificationReceived = CertificationReceived!.Value,
        AddendumNeeded = AddendumNeeded!.Value,
        Form2462 = Form2462!.Value,
        NegotiatedAddendum = NegotiatedAddendum!.Value,
        Notes = Notes,
    };
}
