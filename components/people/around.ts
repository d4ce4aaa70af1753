/** What is fetched as one. */
export { Others } from "./Others";
export { Waiting } from "./Waiting";
