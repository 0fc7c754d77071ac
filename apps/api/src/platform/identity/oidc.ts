import { genericOAuth } from 'better-auth/plugins/generic-oauth'

/** Another identity provider, as the operator set it. */
export interface OidcSettings {
  issuer: string
  clientId: string
  clientSecret: string
  /** How the button names it. */
  name: string
}

export const OIDC_PROVIDER = 'oidc'

/**
 * Sign-in through another provider, for people who already have an account here with the same proven address. The
 * second factor is then the provider's affair: we ask for ours after a password only.
 */
export const oidcProvider = ({ issuer, clientId, clientSecret, name }: OidcSettings) =>
  genericOAuth({
    config: [
      {
        providerId: OIDC_PROVIDER,
        name,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: true,
        disableImplicitSignUp: true,
        disableProviderLogout: true,
      },
    ],
  })
