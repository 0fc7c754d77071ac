import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'

const CollectionPage_Addresses = graphql(`
  query CollectionPage_Addresses($waveId: ID!, $linkIds: [ID!]!) {
    linkAddresses(waveId: $waveId, linkIds: $linkIds) {
      id
      linkId
      number
      label
      language
      groupName
      address
    }
  }
`)

/** The addresses of links that still work; never kept beyond the page that shows them. */
export function useLinkAddresses(waveId: string, linkIds: string[]) {
  const { data, error, refetch } = useQuery(CollectionPage_Addresses, {
    variables: { waveId, linkIds },
    skip: linkIds.length === 0,
    fetchPolicy: 'no-cache',
  })
  return { addresses: data?.linkAddresses, error, refetch }
}
