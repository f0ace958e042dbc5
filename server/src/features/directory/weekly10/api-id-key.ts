/** The key of the external id that holds a person's `api_id`. */
export const API_ID_KEY = 'weekly10';
