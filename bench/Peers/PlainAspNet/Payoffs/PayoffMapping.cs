using LoApi.PlainAspNet.Storage;

namespace LoApi.PlainAspNet.Payoffs;

/// <summary>Rows to models, and back.</summary>
internal static class PayoffMapping
{
    public static PayoffModel ToModel(this PayoffRow row) => new()
    {
        Id = row.Id,
        SbaLoanNumber = row.SbaLoanNumber,
        Program = row.Program,
        LocationId = row.LocationId,
        RequestedBy = row.RequestedBy,
        AmountType = row.AmountType,
        PrepaymentAmount = row.PrepaymentAmount,
        PayoffDate = row.PayoffDate,
        NoticeReceivedDate = row.NoticeReceivedDate,
        Reason = row.Reason,
        Contact = new(row.ContactName, row.ContactPhone, row.ContactEmail),
        Escrow = row.EscrowCompany is null ? null : new(row.EscrowCompany, row.EscrowContact, row.EscrowPhone),
        PropertyAddress = row.PropertyLine1 is null
            ? null
            : new(row.PropertyLine1, row.PropertyLine2, row.PropertyCity, row.PropertyState, row.PropertyPostalCode, row.PropertyCountry),
        NewMailingAddress = row.MailingLine1 is null
            ? null
            : new(row.MailingLine1, row.MailingLine2, row.MailingCity, row.MailingState, row.MailingPostalCode, row.MailingCountry),
        Quote = row.QuoteTotal is null
            ? null
            : new(row.QuotePrincipal, row.QuoteInterest, row.QuoteFees, row.QuotePremium, row.QuoteTotal, row.QuotePerDiem, row.QuoteGoodThrough),
        Status = row.Status,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Version = row.Version,
    };

    /// <summary>The row of a draft that was found valid.</summary>
    public static PayoffRow ToRow(this PayoffModel draft, string requestedBy, DateTime now) => new()
    {
        Id = Guid.CreateVersion7().ToString("D"),
        SbaLoanNumber = draft.SbaLoanNumber!,
        OpenLoanNumber = draft.SbaLoanNumber,
        Program = draft.Program!,
        LocationId = draft.LocationId!,
        RequestedBy = requestedBy,
        AmountType = draft.AmountType!,
        PrepaymentAmount = draft.PrepaymentAmount,
        PayoffDate = draft.PayoffDate!.Value,
        NoticeReceivedDate = draft.NoticeReceivedDate,
        Reason = draft.Reason!,
        ContactName = draft.Contact!.Name!,
        ContactPhone = draft.Contact.Phone!,
        ContactEmail = draft.Contact.Email!,
        EscrowCompany = draft.Escrow?.Company,
        EscrowContact = draft.Escrow?.Contact,
        EscrowPhone = draft.Escrow?.Phone,
        PropertyLine1 = draft.PropertyAddress?.Line1,
        PropertyLine2 = draft.PropertyAddress?.Line2,
        PropertyCity = draft.PropertyAddress?.City,
        PropertyState = draft.PropertyAddress?.State,
        PropertyPostalCode = draft.PropertyAddress?.PostalCode,
        PropertyCountry = draft.PropertyAddress?.Country,
        MailingLine1 = draft.NewMailingAddress?.Line1,
        MailingLine2 = draft.NewMailingAddress?.Line2,
        MailingCity = draft.NewMailingAddress?.City,
        MailingState = draft.NewMailingAddress?.State,
        MailingPostalCode = draft.NewMailingAddress?.PostalCode,
        MailingCountry = draft.NewMailingAddress?.Country,
        Status = "received",
        CreatedAt = now,
        UpdatedAt = now,
        Version = 1,
    };
}
