using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LoApi.NaicsCodes;
using LoApi.Storage.Importing;

namespace LoApi.Admin.Importing;

/// <summary>NAICS codes, one row each: in the columns of the model, or of the Census Bureau's workbook of 2 to 6 digits.</summary>
internal sealed class NaicsImport : ReferenceImport<NaicsCode>
{
    private static readonly RegularExpressionAttribute Form = new(NaicsHierarchy.CodePattern);

    public override IReadOnlyList<string> Columns { get; } = ["code", "title"];

    public override IReadOnlyDictionary<string, string> Aliases { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["2022 naics us code"] = "code",
        ["2022 naics us title"] = "title",
    };

    public override (string Column, string Value) Key(NaicsCode model) => ("code", model.Code);

    public override Task<IReadOnlySet<string>> ExistingKeysAsync(ExistingRows rows, CancellationToken cancellation) =>
        rows.NaicsCodesAsync(cancellation);

    public override ImportSet ToSet(IReadOnlyList<NaicsCode> models) => new() { NaicsCodes = models };

    public override string Summary(IReadOnlyList<NaicsCode> models)
    {
        return $"{Number(models.Count)} codes: {Of(NaicsLevel.Sector)} sectors, {Of(NaicsLevel.Subsector)} subsectors, "
            + $"{Of(NaicsLevel.IndustryGroup)} industry groups, {Of(NaicsLevel.NaicsIndustry)} NAICS industries, "
            + $"{Of(NaicsLevel.NationalIndustry)} national industries.";

        string Of(NaicsLevel level) => Number(models.Count(model => model.Level == level));
    }

    public override NaicsCode Read(RowReader row)
    {
        // What is missing is found by the model's own rules, so a null may stand here for as long as that takes.
        var code = row.Text("code");
        var title = string.Join(' ', (row.Text("title") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var model = code is not null && Form.IsValid(code)
            ? NaicsCode.Of(code, title)
            : new() { Code = code!, Title = title, Level = default, ParentCode = null, SectorCode = "", Version = NaicsCode.Edition };
        ModelRules.Check(model, row);
        return model;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
