export function EnterpriseFilePage() {
  return null;
}
