using Microsoft.Extensions.Options;

namespace Orleans.Hosting;

/// <summary>Refuses settings that cannot work, by their names.</summary>
internal sealed class EmbeddedGrainsOptionsValidator : IValidateOptions<EmbeddedGrainsOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24);

    public ValidateOptionsResult Validate(string? name, EmbeddedGrainsOptions options)
    {
        var errors = new List<string>();
        CheckTime(nameof(options.ResponseTimeout), options.ResponseTimeout);
        CheckTime(nameof(options.CollectionAge), options.CollectionAge);
        CheckTime(nameof(options.CollectionQuantum), options.CollectionQuantum);
        CheckTime(nameof(options.ActivationTimeout), options.ActivationTimeout);
        CheckTime(nameof(options.DeactivationTimeout), options.DeactivationTimeout);
        CheckTime(nameof(options.LongCallWarning), options.LongCallWarning);
        CheckTime(nameof(options.DrainTimeout), options.DrainTimeout);
        CheckCount(nameof(options.MailboxLimit), options.MailboxLimit);
        CheckCount(nameof(options.MaxActivations), options.MaxActivations);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);

        void CheckTime(string setting, TimeSpan value)
        {
            if (value <= TimeSpan.Zero || value > Longest)
            {
                errors.Add($"{nameof(EmbeddedGrainsOptions)}.{setting} is {value}. It must be more than zero and at most {Longest}.");
            }
        }

        void CheckCount(string setting, int value)
        {
            if (value < 1)
            {
                errors.Add($"{nameof(EmbeddedGrainsOptions)}.{setting} is {value}. It must be at least 1.");
            }
        }
    }
}
