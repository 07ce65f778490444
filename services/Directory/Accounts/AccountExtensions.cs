using Suite.Directory.Api;

namespace Suite.Directory.Accounts;

static class AccountExtensions
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton<Passwords>().AddSingleton<SignInLimiter>().AddScoped<SignIn>()
        .AddScoped<Sessions>().AddScoped<SessionDesk>().AddScoped<RevocationBook>()
        .AddScoped<AccountDesk>().AddScoped<AccountReader>();
}
